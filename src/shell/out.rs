//! The way to the screen: [`Out`], which holds a whole frame and never writes to a terminal that has been given back.
//!
//! Not here: taking and giving back the terminal ([`super::terminal`]).

use std::io::{self, Write};
use std::mem;

use rustix::io::Errno;

use super::terminal;

/// A buffered writer on standard output, for ratatui's backend.
///
/// It goes around std's own, shared buffer: a panic in the middle of a frame can neither find that locked, nor spill
/// half a frame into the user's shell on the way out. [`flush`](Write::flush) is what writes; while the terminal is
/// not ours it drops the frame.
#[derive(Debug, Default)]
pub(super) struct Out {
    frame: Vec<u8>,
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let frame = mem::take(&mut self.frame);
        if terminal::is_ours() { send(&frame) } else { Ok(()) }
    }
}

/// Writes all the bytes to standard output.
///
/// # Errors
/// What the terminal says; an interrupted write goes on.
pub(super) fn send(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
