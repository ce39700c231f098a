//! Pages that mean no good: floods of messages of every shape, from the page around and from others, change nothing, are answered seldom
//! and are kept nowhere.

use anyhow::{Context, Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, in_each_engine, looked};
use serde_json::{Value, json};

/// Of each message.
const TIMES: u64 = 50;

/// Posts all of it so often, in a shuffle of kinds; gives how many messages that were.
const FLOOD: &str = "
    const [frame, times, done] = arguments;
    const target = document.querySelector(frame).contentWindow;
    let deep = {};
    for (let n = 0; n < 500; n++) deep = { deep, secret: deep, message: deep };
    const long = 'x'.repeat(1 << 16);
    const all = [
        null, undefined, 0, NaN, true, '', [], {}, long, [long], deep, { message: 'ready' }, 1n,
        { message: 'ready', secret: long }, { message: 'ready', secret: deep }, { message: 'ready', secret: ['abc'] },
        { message: 'ready', secret: 'no word' }, { message: null, sentinel: null, type: null }, new Map([[1, deep]]), new Error('a'),
        { sentinel: 'amp', type: long }, { type: 'setHeight', height: -1 }, new ArrayBuffer(1 << 12), new Date(NaN), /a/,
        '{', '{}', '{\"a\":', 'null', '[1', '['.repeat(9000), JSON.stringify({ type: 'get-location', id: 'iframeMessenger:aaaaa', hash: '#venue=minsk' }),
        JSON.stringify({ type: 'get-location', hash: '#venue=minsk' }), JSON.stringify({ __proto__: null, constructor: { prototype: 1 } }),
        '[iFrameSizer]', '[iFrameSizer]:', '[iFrameSizer]moveToAnchor', '[iFrameSizer]moveToAnchor:', '[iFrameSizer]moveToAnchor:#',
        '[iFrameSizer]moveToAnchor:comments', '[iFrameSizer]moveToAnchor:' + long, '[iFrameSizer]inPageLink:%', '[iFrameSizer]a:b:c', '[iFrameSizer]' + ':'.repeat(9000),
        'pymxPYMxplacexPYMxwidthxPYMx-1', 'pymxPYMx(((xPYMx', 'javascript:alert(1)', '<script>', JSON.stringify(long),
    ];
    for (let n = 0; n < times; n++) for (const message of all) target.postMessage(message, '*');
    return all.length * times";

/// What no other page could send: events of any make, of a page of the same origin, with getters that throw.
const MADE: &str = "
    const target = document.querySelector(arguments[0]).contentWindow;
    const thrower = new Proxy({}, { get() { throw new Error('deliberate') }, has() { throw new Error('deliberate') } });
    const event = new target.Event('message');
    for (const name of ['source', 'data', 'origin']) Object.defineProperty(event, name, { get() { throw new Error('deliberate') } });
    for (let n = 0; n < 500; n++) {
        target.dispatchEvent(new target.MessageEvent('message', { data: thrower, source: window }));
        target.dispatchEvent(new target.MessageEvent('message', { data: null, source: window }));
        target.dispatchEvent(new target.Event('message'));
        target.dispatchEvent(event);
    }";

/// What a reader sees of the state, and the address.
fn seen(page: &mut Session) -> Result<Value> {
    page.inside(FRAME, |page| {
        page.run(
            "return [document.getElementById('parley').innerHTML, location.hash, document.documentElement.outerHTML.length,
                document.activeElement.tagName, scrollY]",
            json!([]),
        )
    })
}

/// Waits until the frame has taken in all that was posted before.
fn all_taken_in(page: &mut Session) -> Result<()> {
    page.inside(FRAME, |page| {
        page.run(
            "const hear = e => { try { window.parleyLast = e.data === 'parley-e2e-last' } catch { } };
                if (window.parleyLast === undefined) addEventListener('message', hear);
                window.parleyLast = false",
            json!([]),
        )?;
        Ok(())
    })?;
    page.run(
        "document.querySelector(arguments[0]).contentWindow.postMessage('parley-e2e-last', '*')",
        json!([FRAME]),
    )?;
    page.inside(FRAME, |page| {
        page.wait_until("the last message", "return window.parleyLast === true", json!([]))
    })
}

/// Bytes that scripts hold, where the engine tells: Chromium, of the process that the host runs in, which a frame of its origin shares.
fn held(page: &mut Session, engine: Engine, host: &Host) -> Result<Option<f64>> {
    if engine != Engine::Chromium || !host.same_origin {
        return Ok(None);
    }
    page.devtools("HeapProfiler.collectGarbage", json!({}))?;
    let bytes = page.inside(FRAME, |page| page.run("return performance.memory.usedJSHeapSize", json!([])))?;
    Ok(Some(bytes.as_f64().context("a number of bytes")?))
}

fn floods(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "hostile", |page| {
        page.resize(760, 1000)?;
        for host in [
            Host { same_origin: true, suffix: "#venue=istanbul", ..Host::new("own") },
            Host { sandbox: Some("allow-scripts"), suffix: "#venue=istanbul", ..Host::new("own") },
        ] {
            page.open_host(&host)?;
            page.wait_ready_inside(FRAME)?;
            let high = "return document.querySelector(arguments[0]).clientHeight > 400";
            page.wait_until("a height", high, json!([FRAME]))?;
            let before = seen(page)?;
            let heard = page.heard()?;
            let mut sent = 0;
            let mut bytes = Vec::new();
            for _ in 0..3 {
                sent += page.run(FLOOD, json!([FRAME, TIMES]))?.as_u64().context("a count")?;
                if host.same_origin {
                    page.run(MADE, json!([FRAME]))?;
                }
                all_taken_in(page)?;
                bytes.extend(held(page, engine, &host)?);
            }
            ensure!(sent > 5_000, "only {sent} messages");
            ensure!(seen(page)? == before, "{host:?}: something else is shown");
            let answers = page.heard()? - heard;
            ensure!(answers == 0, "{host:?}: {answers} answers to {sent} messages");
            // The first flood warms up; what grows with messages would grow with the third as with the second.
            if let [_, second, third] = bytes[..] {
                ensure!(third - second < 50_000.0, "{host:?}: scripts hold {bytes:?} bytes");
            }
            let lines = page.console_lines()?;
            ensure!(lines.is_empty(), "{host:?}: console: {lines:#?}");
        }
        Ok(())
    })
}

/// Others than the page around: a frame beside it, and the frame itself.
fn from_others(engine: Engine) -> Result<()> {
    const SAID: &str = "
        const said = ['[iFrameSizer]moveToAnchor:venue=minsk', { message: 'ready', secret: 'abc' }, { sentinel: 'amp', type: 'frames-init' },
            '[iFrameSizer]x:8:false:false:32:true:true:null:max:null:null:0:false:parent:scroll:false'];
        for (const one of said) target.postMessage(one, '*');";
    looked(Setup::new(engine), "hostile", |page| {
        page.resize(760, 1000)?;
        page.open_host(&Host { same_origin: true, suffix: "#venue=istanbul", ..Host::new("own") })?;
        page.wait_ready_inside(FRAME)?;
        let high = "return document.querySelector(arguments[0]).clientHeight > 400";
        page.wait_until("a height", high, json!([FRAME]))?;
        let before = seen(page)?;
        let heard = page.heard()?;
        let sibling = "const made = document.createElement('iframe');
            made.srcdoc = '<title>Another</title>';
            made.id = 'other';
            document.body.append(made);";
        page.run(sibling, json!([]))?;
        page.wait_for("#other")?;
        page.inside("#other", |page| {
            page.run(&format!("const target = parent.frames[0]; {SAID}"), json!([])).map(drop)
        })?;
        page.inside(FRAME, |page| page.run(&format!("const target = window; {SAID}"), json!([])).map(drop))?;
        all_taken_in(page)?;
        ensure!(seen(page)? == before, "something else is shown");
        ensure!(page.heard()? == heard, "the frame answers others");
        // The same from the page around is heard.
        page.run(
            &format!("const target = document.querySelector(arguments[0]).contentWindow; {SAID}"),
            json!([FRAME]),
        )?;
        page.wait_until("answers", "return window.heard.length > arguments[0]", json!([heard]))?;
        page.inside(FRAME, |page| page.wait_attr("button[data-venue-chip=minsk]", "aria-pressed", "true"))
    })
}

/// Requests for the height in such numbers are answered once a frame at most.
fn asked_too_often(engine: Engine) -> Result<()> {
    const ASKS: u64 = 5_000;
    looked(Setup::new(engine), "hostile", |page| {
        page.open_host(&Host::new("own"))?;
        page.wait_ready_inside(FRAME)?;
        let heard = page.heard()?;
        let script = "const target = document.querySelector(arguments[0]).contentWindow;
            for (let n = 0; n < arguments[1]; n++) target.postMessage({ message: 'ready', secret: 'a' + n }, '*')";
        page.run(script, json!([FRAME, ASKS]))?;
        let last = "return window.heard.some(said => said.secret === 'a' + (arguments[0] - 1))";
        page.wait_until("the last secret", last, json!([ASKS]))?;
        let answers = page.heard()? - heard;
        ensure!(answers < ASKS / 10, "{answers} answers to {ASKS}");
        Ok(())
    })
}

in_each_engine! {
    floods_change_nothing: floods;
    others_are_not_heard: from_others;
    asked_too_often: asked_too_often;
}
