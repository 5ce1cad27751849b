//! Where random bytes come from. The store reads no randomness itself, so that every test can say what was drawn.

use zeroize::Zeroizing;

/// A source of bytes that nobody can guess. The one that ships asks the operating system.
pub trait Entropy {
    /// Fills all of `bytes`, or fails; it never fills a part.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyError>;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The computer gave no random numbers, so no key was made. Restart the computer and try again.")]
pub struct EntropyError;

/// `N` fresh bytes, wiped when dropped.
pub(super) fn draw<const N: usize>(entropy: &mut dyn Entropy) -> Result<Zeroizing<[u8; N]>, EntropyError> {
    let mut bytes = Zeroizing::new([0; N]);
    entropy.fill(bytes.as_mut_slice())?;
    Ok(bytes)
}
