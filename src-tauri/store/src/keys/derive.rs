//! Keys for one purpose from a secret of 32 random bytes: HKDF-SHA256. From one key neither the secret nor the
//! key of another purpose can be found.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::KeyError;

pub(super) fn derive(secret: &[u8; 32], purpose: &[u8]) -> Result<Zeroizing<[u8; 32]>, KeyError> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, secret).expand(purpose, key.as_mut_slice()).map_err(|_| KeyError::Calculation("HKDF"))?;
    Ok(key)
}
