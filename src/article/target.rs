//! What a link's destination means.

use super::block::Target;

impl Target {
    /// What a destination written in an article means. Schemes may be in capitals, as in any URI.
    #[must_use]
    pub fn of(destination: &str) -> Target {
        if let Some(anchor) = destination.strip_prefix('#').filter(|anchor| !anchor.is_empty()) {
            return Target::Heading(anchor.into());
        }
        let Some((scheme, rest)) = destination.split_once(':') else {
            return Target::Other(destination.into());
        };
        let is = |name: &str| scheme.eq_ignore_ascii_case(name);
        if is("http") || is("https") || is("mailto") {
            // No address has control characters; they get in as `&#10;` and would reach a command line.
            let is_address = !rest.is_empty() && !destination.contains(char::is_control);
            return if is_address {
                Target::Web(destination.into())
            } else {
                Target::Other(destination.into())
            };
        }
        if is("figure") {
            Target::Figure(rest.into())
        } else if is("poll") {
            Target::Poll(rest.into())
        } else if is("call") {
            Target::Call(rest.into())
        } else if is("source") {
            Target::Source(rest.into())
        } else {
            Target::Other(destination.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundles_own_schemes_lead_to_what_they_name() {
        assert_eq!(Target::of("figure:yougov/safe/yes"), Target::Figure("yougov/safe/yes".into()));
        assert_eq!(Target::of("poll:yougov"), Target::Poll("yougov".into()));
        assert_eq!(Target::of("call:all-users"), Target::Call("all-users".into()));
        assert_eq!(Target::of("source:children-first"), Target::Source("children-first".into()));
        assert_eq!(Target::of("FIGURE:a:b"), Target::Figure("a:b".into()));
    }

    #[test]
    fn web_and_mail_addresses_are_kept_whole() {
        for address in ["https://example.org/?a=b", "HTTP://example.org", "mailto:a@example.org"] {
            assert_eq!(Target::of(address), Target::Web(address.into()));
        }
    }

    #[test]
    fn what_could_do_harm_or_means_nothing_is_never_followed() {
        for other in
            ["javascript:alert(1)", "file:///etc/passwd", "https:", "https://a\n--b", "map.png", "#", ""]
        {
            assert_eq!(Target::of(other), Target::Other(other.into()), "{other:?}");
        }
    }

    #[test]
    fn a_hash_leads_to_a_heading() {
        assert_eq!(Target::of("#what-we-ask"), Target::Heading("what-we-ask".into()));
    }
}
