package dev.daystream.simulator.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Seals fields into text that only the same seed can make or open (HMAC-SHA256). Thread-safe. */
final class Signer {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SEPARATOR = "\n";

    private final SecretKeySpec key;

    Signer(long seed) {
        key = new SecretKeySpec(("simulator token key of seed " + seed).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Returns the fields, none of which may hold a line break, as text for a URL. */
    String seal(List<String> fields) {
        byte[] content = String.join(SEPARATOR, fields).getBytes(StandardCharsets.UTF_8);
        return encode(content) + "." + encode(sign(content));
    }

    /** Returns the fields again, or null if the text was not sealed here. */
    @Nullable
    List<String> open(String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return null;
        }
        try {
            byte[] content = Base64.getUrlDecoder().decode(sealed.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            return MessageDigest.isEqual(signature, sign(content))
                    ? List.of(new String(content, StandardCharsets.UTF_8).split(SEPARATOR, -1))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Returns bytes in the URL-safe Base64 without padding. */
    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
