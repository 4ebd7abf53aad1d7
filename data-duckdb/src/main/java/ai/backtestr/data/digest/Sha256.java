package ai.backtestr.data.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 fed piece by piece. Used by one thread.
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Adds `length` bytes from `offset` on.
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /// Returns the digest of all bytes so far as lowercase hexadecimal, and starts anew.
    public String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
