//! Where exhibits become files: faces are prepared once for any number of them.

use std::io::Cursor;

use image::{ImageFormat, RgbaImage};

use super::not_made::NotMade;
use super::unset::{Signs, lacking_signs};
use super::{Exhibit, Format, Settings, csv, html, markdown, pdf};
use crate::chart::Look;
use crate::paint::stage::{Laid, Stage};
use crate::paint::svg::About;
use crate::ui::{self, fonts};

/// Around a drawing, in points.
const MARGIN: f32 = 16.0;
/// The most pixels of a picture, so that a very long chart cannot take all the memory there is.
const MOST_PIXELS: f32 = 120e6;

/// Makes files of exhibits.
pub struct Studio {
    stage: Stage,
    settings: Settings,
    unset: Signs,
}

impl Studio {
    /// A studio whose drawings all look alike.
    #[must_use]
    pub fn new(settings: Settings) -> Studio {
        let settings = settings.within_ranges();
        let stage = Stage::new(|ctx| {
            ctx.set_fonts(fonts::definitions());
            ui::right_to_left::allow(ctx);
            ui::apply(ctx, settings.theme.theme(), ui::Manner::default());
        });
        Studio { stage, settings, unset: Signs::new() }
    }

    /// The same with the system's faces for signs that the bundled ones lack, as the window has them.
    #[must_use]
    pub fn with_system_faces(settings: Settings) -> Studio {
        let studio = Studio::new(settings);
        studio.stage.prepare(ui::system_fonts::allow);
        studio
    }

    /// The exhibit as a file's content.
    ///
    /// # Errors
    /// Where the drawing is too large for a picture, or the PDF's library gives up.
    pub fn make(&mut self, exhibit: &dyn Exhibit, format: Format) -> Result<Vec<u8>, NotMade> {
        Ok(match format {
            Format::Svg => self.svg(exhibit).into_bytes(),
            Format::Png => self.png(exhibit)?,
            Format::Pdf => {
                let (page, unset) = pdf::page(&self.svg(exhibit), exhibit)?;
                self.unset.extend(unset);
                page
            }
            Format::Csv => csv::write(&exhibit.records()).into_bytes(),
            Format::Markdown => markdown::write(&exhibit.table()).into_bytes(),
            Format::Html => {
                html::write(&exhibit.table(), exhibit.language(), self.settings.theme.theme()).into_bytes()
            }
        })
    }

    /// The signs in what was made so far for which no typeface was found. A drawing in SVG has its text as
    /// text, and another program may have them.
    #[must_use]
    pub fn unset(&self) -> &Signs {
        &self.unset
    }

    /// The exhibit as a drawing in vectors.
    #[must_use]
    pub fn svg(&mut self, exhibit: &dyn Exhibit) -> String {
        let laid = self.lay(exhibit, 1.0);
        let (id, title, description) = (exhibit.file_name(), exhibit.title(), exhibit.summary());
        let about = About { id: &id, title: &title, description: &description, language: exhibit.language() };
        laid.svg(&about, self.settings.theme.theme().page)
    }

    /// The exhibit as a picture.
    ///
    /// # Errors
    /// Where it would be too large.
    pub fn picture(&mut self, exhibit: &dyn Exhibit) -> Result<RgbaImage, NotMade> {
        let scale = f32::from(self.settings.scale);
        let laid = self.lay(exhibit, scale);
        let size = laid.size * laid.pixels_per_point;
        if size.x * size.y > MOST_PIXELS {
            return Err(NotMade::because(format!(
                "a picture of {} by {} pixels is too large: choose a smaller scale, or SVG",
                size.x, size.y
            )));
        }
        let unset = &mut self.unset;
        self.stage.look_through(&laid, |text, is_lacking| {
            unset.extend(lacking_signs(text, is_lacking).map(str::to_owned));
        });
        Ok(self.stage.pixels(&laid, self.settings.theme.theme().page))
    }

    fn png(&mut self, exhibit: &dyn Exhibit) -> Result<Vec<u8>, NotMade> {
        let mut png = Vec::new();
        // Nothing shines through, so no channel for it has to be kept.
        let picture = image::DynamicImage::ImageRgba8(self.picture(exhibit)?).into_rgb8();
        picture.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).map_err(|_| {
            NotMade::because("there is not enough memory for a picture: choose a smaller scale, or SVG")
        })?;
        Ok(png)
    }

    fn lay(&mut self, exhibit: &dyn Exhibit, scale: f32) -> Laid {
        let zoom = self.settings.zoom();
        let look = Look::of(self.settings.theme.theme());
        let width = f32::from(self.settings.width) / zoom;
        self.stage.lay(width, MARGIN, zoom * scale, |ui| exhibit.draw(ui, &look))
    }
}
