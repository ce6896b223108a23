//! The real program on a terminal of its own: keys go in, and the screen is waited for.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// Longer than anything takes on a busy machine.
const LONG: Duration = Duration::from_secs(30);
const ROWS: u16 = 36;
const COLUMNS: u16 = 120;

/// The folders of one user.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The session files.
    pub(crate) fn sessions(&self) -> Vec<PathBuf> {
        let folder = std::fs::read_dir(self.path().join("data/sessions"));
        let mut paths: Vec<PathBuf> =
            folder.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
        paths
    }

    /// Starts the program with these arguments.
    pub(crate) fn start(&self, args: &[&str]) -> Window {
        self.start_with(args, &[("TERM", "xterm-256color")])
    }

    /// The same in an environment of nothing else.
    pub(crate) fn start_with(&self, args: &[&str], env: &[(&str, &str)]) -> Window {
        Window::open(self.command(args, env))
    }

    /// Starts the program on a terminal that does not control it, and so sends it no signal.
    pub(crate) fn start_uncontrolled(&self, args: &[&str]) -> Window {
        let mut command = self.command(args, &[("TERM", "xterm-256color")]);
        command.set_controlling_tty(false);
        Window::open(command)
    }

    /// Starts the program in a shell that hands every right to everybody.
    pub(crate) fn start_careless(&self, args: &[&str]) -> Window {
        let mut command = self.command(args, &[("TERM", "xterm-256color")]);
        command.umask(Some(0));
        Window::open(command)
    }

    fn command(&self, args: &[&str], env: &[(&str, &str)]) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_riskroom"));
        command.args(args);
        command.env_clear();
        command.cwd(self.path());
        for (name, folder) in
            [("RISKROOM_DATA", "data"), ("RISKROOM_STATE", "state"), ("RISKROOM_CONFIG", "config")]
        {
            command.env(name, self.path().join(folder));
        }
        for (name, value) in [("LANG", "en_US.UTF-8"), ("TZ", "UTC")].iter().chain(env) {
            command.env(name, value);
        }
        command
    }
}

/// A terminal window with the program in it.
pub(crate) struct Window {
    screen: vt100::Parser,
    /// Everything the program has written.
    pub(crate) bytes: Vec<u8>,
    output: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    process: Pid,
    _kill: Kill,
    end: Receiver<ExitStatus>,
    master: Box<dyn MasterPty + Send>,
    /// The modes of the terminal before the program came.
    modes: String,
    /// Whether the terminal is about to be closed.
    closing: Arc<AtomicBool>,
}

impl Window {
    /// Closes the terminal under the program, and gives the exit code once it has ended.
    pub(crate) fn close(mut self) -> u32 {
        self.closing.store(true, Ordering::SeqCst);
        // The reader holds the terminal too, until it has read once more.
        self.resize(ROWS + 1, COLUMNS);
        drop(self.keys);
        drop(self.master);
        self.end.recv_timeout(LONG).expect("it does not end without a terminal").exit_code()
    }

    /// Waits until the threads of the program sleep and none wakes any more.
    #[cfg(target_os = "linux")]
    pub(crate) fn wait_idle(&mut self) {
        let until = Instant::now() + LONG;
        let mut before = self.wakes();
        loop {
            for _ in 0..20 {
                self.listen();
            }
            let now = self.wakes();
            if now == before {
                return;
            }
            assert!(Instant::now() < until, "it is never idle: {now} after {before}");
            before = now;
        }
    }

    /// How often the threads of the program have gone to sleep or been put aside.
    #[cfg(target_os = "linux")]
    fn wakes(&self) -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.process.as_raw_nonzero())).unwrap();
        let switches = |status: String| -> u64 {
            let lines = status.lines().filter(|line| line.contains("ctxt_switches"));
            lines.map(|line| line.split_whitespace().last().unwrap().parse::<u64>().unwrap()).sum()
        };
        // A thread may end meanwhile.
        let statuses =
            tasks.filter_map(|task| std::fs::read_to_string(task.unwrap().path().join("status")).ok());
        statuses.map(switches).sum()
    }

    fn open(command: CommandBuilder) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let modes = modes(&*pair.master);
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let process = Pid::from_raw(child.process_id().unwrap().cast_signed()).unwrap();
        let (ended, end) = mpsc::channel();
        thread::spawn(move || ended.send(child.wait().unwrap()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = mpsc::channel();
        let closing = Arc::new(AtomicBool::new(false));
        let is_closing = Arc::clone(&closing);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if is_closing.load(Ordering::SeqCst) || sender.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap(), 0);
        Self {
            screen,
            bytes: Vec::new(),
            output,
            keys,
            process,
            _kill: Kill(process),
            end,
            master: pair.master,
            modes,
            closing,
        }
    }

    /// Types: `\r` is Enter, `\x1b` is Esc.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self
    }

    /// Waits until the screen shows a text.
    pub(crate) fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |screen| screen.contents().contains(text))
    }

    /// Waits until the screen does not show a text any more. A frame comes in pieces, and a text that moves is gone in
    /// between, so that nothing more must come for a moment.
    pub(crate) fn wait_without(&mut self, text: &str) -> &mut Self {
        loop {
            self.wait_until(&format!("no {text}"), |screen| !screen.contents().contains(text));
            match self.output.recv_timeout(Duration::from_millis(50)) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => return self,
            }
        }
    }

    pub(crate) fn wait_until(&mut self, what: &str, is_there: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let until = Instant::now() + LONG;
        while !is_there(self.screen.screen()) {
            match self.output.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => panic!("{error} without {what:?}:\n{}", self.contents()),
            }
        }
        self
    }

    /// Takes what comes within a moment, which may be nothing.
    pub(crate) fn listen(&mut self) {
        if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
            self.take(&bytes);
        }
    }

    /// Takes what comes until then, piece by piece; whether there was one.
    pub(crate) fn listen_until(&mut self, until: Instant) -> bool {
        let left = until.saturating_duration_since(Instant::now());
        let piece = self.output.recv_timeout(left);
        if let Ok(bytes) = &piece {
            self.take(bytes);
        }
        assert!(piece != Err(RecvTimeoutError::Disconnected), "it has ended:\n{}", self.contents());
        piece.is_ok()
    }

    /// Ends the program as nothing else can; what it had written is on the screen then.
    pub(crate) fn kill(&mut self) {
        self.signal(Signal::KILL);
        self.end();
    }

    fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.screen.process(bytes);
    }

    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    pub(crate) fn contents(&self) -> String {
        self.screen().contents()
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.process, signal).unwrap();
    }

    pub(crate) fn resize(&mut self, rows: u16, cols: u16) {
        self.screen.screen_mut().set_size(rows.try_into().unwrap(), cols.try_into().unwrap());
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// Waits for the end and gives the exit code; all that was written is on the screen then.
    pub(crate) fn end(&mut self) -> u32 {
        let status = self.end.recv_timeout(LONG);
        loop {
            match self.output.recv_timeout(LONG) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the terminal stays open:\n{}", self.contents()),
            }
        }
        status.unwrap_or_else(|_| panic!("it does not end:\n{}", self.contents())).exit_code()
    }

    /// Waits until the terminal is as a shell wants it.
    pub(crate) fn wait_given_back(&mut self) {
        let until = Instant::now() + LONG;
        while !self.is_given_back() {
            assert!(Instant::now() < until, "the terminal is kept:\n{}", self.contents());
            self.listen();
        }
    }

    /// Whether the terminal is as a shell wants it.
    pub(crate) fn is_given_back(&self) -> bool {
        let screen = self.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && modes(&*self.master) == self.modes
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }
}

/// Kills the program in a window that is not needed any more.
struct Kill(Pid);

impl Drop for Kill {
    fn drop(&mut self) {
        // It may have ended long ago.
        let _ = kill_process(self.0, Signal::KILL);
    }
}

fn modes(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().unwrap();
    format!("{:?} {:?} {:?}", modes.input_flags, modes.output_flags, modes.local_flags)
}
