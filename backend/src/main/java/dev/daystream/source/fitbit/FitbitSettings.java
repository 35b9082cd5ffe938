package dev.daystream.source.fitbit;

import dev.daystream.source.Backoff;
import java.net.URI;

/**
 * How to speak with a server of the Fitbit dialect.
 *
 * @param base where it answers
 * @param clientId OAuth 2 client
 * @param clientSecret its secret
 * @param redirectUri where consent returns to
 * @param backoff how failed requests are repeated
 */
public record FitbitSettings(URI base, String clientId, String clientSecret, String redirectUri, Backoff backoff) {
    /** Returns words without the secret. */
    @Override
    public String toString() {
        return "FitbitSettings[" + base + ", " + clientId + "]";
    }
}
