//! What a reader's mouse and keyboard do in a page. No opinion about what follows.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::By;

use super::Session;
use crate::wait::until;

/// A mouse takes this long from one place to the next.
const DRAG_STEP: Duration = Duration::from_millis(50);

impl Session {
    /// Clicks at the centre of the first such element, as a reader's mouse would.
    pub fn click_at(&self, selector: &str) -> Result<()> {
        // A reader scrolls to what they click; what covers it would take the click.
        let script = "const e = document.querySelector(arguments[0]);
            if (e === null) return 'is not there';
            e.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
            const r = e.getBoundingClientRect(), x = r.x + r.width / 2, y = r.y + r.height / 2;
            const top = document.elementFromPoint(x, y);
            if (!e.contains(top)) return 'is covered by ' + (top?.outerHTML.slice(0, 120) ?? 'nothing');
            return [x, y]";
        let answer = self.run(script, json!([selector]))?;
        ensure!(answer.is_array(), "{selector} {answer}");
        let (x, y): (f64, f64) = serde_json::from_value(answer)?;
        let actions = self.browser.driver.action_chain().move_to(x.round() as i64, y.round() as i64).click();
        Ok(self.browser.runtime.block_on(actions.perform())?)
    }

    /// Presses the first such element by the driver's own click, which finds it in a frame wherever that stands.
    pub fn press(&self, selector: &str) -> Result<()> {
        let press = async { self.browser.driver.find(By::Css(selector)).await?.click().await };
        self.browser.runtime.block_on(press).with_context(|| format!("pressing {selector}"))
    }

    /// The middle of the first such element, in the viewport.
    fn middle(&self, selector: &str) -> Result<(i64, i64)> {
        let script = "const r = document.querySelector(arguments[0]).getBoundingClientRect();
            return [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)]";
        Ok(serde_json::from_value(self.run(script, json!([selector]))?)?)
    }

    /// Drags with the mouse, from one place to another, both from the middle of the first such element.
    pub fn drag_at(&self, selector: &str, from: (i64, i64), to: (i64, i64)) -> Result<()> {
        let (x, y) = self.middle(selector)?;
        let half = (i64::midpoint(from.0, to.0), i64::midpoint(from.1, to.1));
        let actions = self.browser.driver.action_chain_with_delay(None, Some(DRAG_STEP));
        let actions = actions.move_to(x + from.0, y + from.1).click_and_hold();
        let actions = actions.move_to(x + half.0, y + half.1).move_to(x + to.0, y + to.1).release();
        Ok(self.browser.runtime.block_on(actions.perform())?)
    }

    /// Puts the mouse so far from the middle of the first such element.
    pub fn hover_at(&self, selector: &str, off: (i64, i64)) -> Result<()> {
        let (x, y) = self.middle(selector)?;
        let actions = self.browser.driver.action_chain().move_to(x + off.0, y + off.1);
        Ok(self.browser.runtime.block_on(actions.perform())?)
    }

    /// Clicks twice, so far from the middle of the first such element.
    pub fn double_click_at(&self, selector: &str, off: (i64, i64)) -> Result<()> {
        let (x, y) = self.middle(selector)?;
        let actions = self.browser.driver.action_chain_with_delay(None, Some(DRAG_STEP));
        let actions = actions.move_to(x + off.0, y + off.1).double_click();
        Ok(self.browser.runtime.block_on(actions.perform())?)
    }

    /// Drags with the mouse from one place of the viewport to another, by way of the middle.
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let whole = |(x, y): (f64, f64)| (x.round() as i64, y.round() as i64);
        let middle = whole((f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1)));
        let (from, to) = (whole(from), whole(to));
        let actions = self.browser.driver.action_chain().move_to(from.0, from.1).click_and_hold();
        let actions = actions.move_to(middle.0, middle.1).move_to(to.0, to.1).release();
        Ok(self.browser.runtime.block_on(actions.perform())?)
    }

    /// Puts the keyboard's focus on the first such element.
    pub fn focus(&self, selector: &str) -> Result<()> {
        let script =
            "const e = document.querySelector(arguments[0]); e.focus(); return document.activeElement === e";
        ensure!(self.run(script, json!([selector]))? == json!(true), "{selector} takes no focus");
        Ok(())
    }

    /// Types keys where the focus is; `thirtyfour::Key` has the special ones.
    pub fn keys(&self, keys: &str) -> Result<()> {
        let actions = self.browser.driver.action_chain().send_keys(keys);
        Ok(self.browser.runtime.block_on(actions.perform())?)
    }

    /// Presses the browser's Back and waits for another page. Asked of the browser: what a script answers may be lost with the page it ran in.
    pub fn back_to_another_page(&self) -> Result<()> {
        let address = || self.browser.runtime.block_on(self.browser.driver.current_url());
        let before = address()?;
        self.browser.runtime.block_on(self.browser.driver.back())?;
        until("another page", || Ok((address()? != before).then_some(())))
    }
}
