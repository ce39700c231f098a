//! Pages that mean no good: floods of messages of every shape, from the page around and from others, change nothing, are answered seldom
//! and are kept nowhere.

use anyhow::{Context, Result, ensure};
use e2e::{Engine, FRAME, Host, Session, Setup, in_each_engine, in_engine, looked};
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
    // A megabyte each, once.
    const giant = 'x'.repeat(1 << 20);
    const once = [giant, [giant], { message: 'ready', secret: giant }, '[iFrameSizer]' + giant, '[iFrameSizer]moveToAnchor:' + giant,
        JSON.stringify({ type: 'get-location', hash: giant })];
    for (const message of once) target.postMessage(message, '*');
    return all.length * times + once.length";

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
        target.dispatchEvent(new target.Event('click'));
        target.document.dispatchEvent(new target.Event('click', { bubbles: true }));
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

/// What could grow with every message.
#[derive(Clone, Copy, Debug)]
struct Held {
    /// Since the widget's page was opened, by its own clock.
    at_ms: f64,
    /// Of all documents, and those that only scripts still hold.
    nodes: f64,
    listeners: f64,
    /// Bytes that scripts hold: the host's too, which is of the same origin and so of the same process.
    bytes: f64,
    /// Bytes of the app's memory.
    memory: f64,
}

/// Keeps the app's memory where a test finds it.
const KEEP_MEMORY: &str = "
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...all) => {
        const made = await instantiate(...all);
        window.parleyMemory = Object.values(made.exports).find(it => it instanceof WebAssembly.Memory);
        return made;
    }";

/// Only Chromium tells.
fn held(page: &mut Session) -> Result<Held> {
    page.devtools("HeapProfiler.collectGarbage", json!({}))?;
    let counters = page.devtools("Memory.getDOMCounters", json!({}))?;
    let heap = page.devtools("Runtime.getHeapUsage", json!({}))?;
    let memory = "return window.parleyMemory.buffer.byteLength";
    let (at_ms, memory) = page.inside(FRAME, |page| Ok((page.clock_ms()?, page.run(memory, json!([]))?)))?;
    let number = |value: &Value| value.as_f64().context("a number");
    Ok(Held {
        at_ms,
        nodes: number(&counters["nodes"])?,
        listeners: number(&counters["jsEventListeners"])?,
        bytes: number(&heap["usedSize"])?,
        memory: number(&memory)?,
    })
}

/// Posts everything so often, and waits until it is taken in; gives how many messages that were.
fn flood(page: &mut Session, host: &Host) -> Result<u64> {
    let sent = page.run(FLOOD, json!([FRAME, TIMES]))?.as_u64().context("a count")?;
    if host.same_origin {
        page.run(MADE, json!([FRAME]))?;
    }
    all_taken_in(page)?;
    Ok(sent)
}

/// A host, as soon as the widget in it runs and has its height.
fn open(page: &mut Session, host: &Host) -> Result<()> {
    page.open_host(host)?;
    page.wait_ready_inside(FRAME)?;
    let high = "return document.querySelector(arguments[0]).clientHeight > 400";
    page.wait_until("a height", high, json!([FRAME]))
}

fn floods(engine: Engine) -> Result<()> {
    looked(Setup::new(engine), "hostile", |page| {
        page.resize(760, 1000)?;
        for host in [
            Host { same_origin: true, suffix: "#venue=istanbul", ..Host::new("own") },
            Host { sandbox: Some("allow-scripts"), suffix: "#venue=istanbul", ..Host::new("own") },
        ] {
            open(page, &host)?;
            let before = seen(page)?;
            let heard = page.heard()?;
            let sent = flood(page, &host)?;
            ensure!(sent > 1_500, "only {sent} messages");
            ensure!(seen(page)? == before, "{host:?}: something else is shown");
            let answers = page.heard()? - heard;
            ensure!(answers == 0, "{host:?}: {answers} answers to {sent} messages");
            let lines = page.console_lines()?;
            ensure!(lines.is_empty(), "{host:?}: console: {lines:#?}");
        }
        Ok(())
    })
}

/// One flood after the other, so long: in the last third no more is held than in the first.
fn a_minute_of_floods() -> Result<()> {
    const LASTS_MS: f64 = 60_000.0;
    looked(Setup::new(Engine::Chromium), "hostile", |page| {
        page.resize(760, 1000)?;
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": KEEP_MEMORY }))?;
        let host = Host { same_origin: true, suffix: "#venue=istanbul", ..Host::new("own") };
        open(page, &host)?;
        let (before, heard) = (seen(page)?, page.heard()?);
        let first = held(page)?;
        let mut all = Vec::new();
        while all.last().is_none_or(|last: &Held| last.at_ms - first.at_ms < LASTS_MS) {
            flood(page, &host)?;
            all.push(held(page)?);
        }
        ensure!(seen(page)? == before, "something else is shown");
        ensure!(page.heard()? == heard, "the frame answers");
        let most = |from: f64, to: f64, of: fn(&Held) -> f64| {
            let within = |held: &&Held| (from..=to).contains(&((held.at_ms - first.at_ms) / LASTS_MS));
            all.iter().filter(within).map(of).reduce(f64::max).context("no flood")
        };
        let check = |what: &str, of: fn(&Held) -> f64, may_grow: f64| {
            let (early, late) = (most(0.0, 1.0 / 3.0, of)?, most(2.0 / 3.0, f64::INFINITY, of)?);
            ensure!(late - early <= may_grow, "{what}: {early}, then {late}: {all:#?}");
            anyhow::Ok(())
        };
        check("nodes", |held| held.nodes, 0.0)?;
        check("listeners", |held| held.listeners, 0.0)?;
        check("the app's memory", |held| held.memory, 0.0)?;
        // The driver's own scripts leave something: two bytes for each of the messages in between would be more.
        check("bytes of scripts", |held| held.bytes, 200_000.0)
    })
}

#[test]
fn a_minute_of_floods_grows_nothing() -> Result<()> {
    in_engine(Engine::Chromium, a_minute_of_floods)
}

/// Others than the page around: a frame beside it, and the frame itself.
fn from_others(engine: Engine) -> Result<()> {
    const SAID: &str = "
        const said = ['[iFrameSizer]moveToAnchor:venue=minsk', { message: 'ready', secret: 'abc' }, { sentinel: 'amp', type: 'frames-init' },
            '[iFrameSizer]x:8:false:false:32:true:true:null:max:null:null:0:false:parent:scroll:false'];
        for (const one of said) target.postMessage(one, '*');";
    looked(Setup::new(engine), "hostile", |page| {
        page.resize(760, 1000)?;
        open(page, &Host { same_origin: true, suffix: "#venue=istanbul", ..Host::new("own") })?;
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
