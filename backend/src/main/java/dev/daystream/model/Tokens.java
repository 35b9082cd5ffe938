package dev.daystream.model;

import java.time.Instant;

/**
 * A participant's consent at a source, as OAuth 2 tokens.
 *
 * @param externalUserId the source's id of the person
 * @param accessToken sent with requests
 * @param refreshToken exchanged for new tokens, once
 * @param expiresAt when the access token ends
 * @param scopes what was consented to, separated by spaces
 */
public record Tokens(String externalUserId, String accessToken, String refreshToken, Instant expiresAt, String scopes) {
    /** Returns words without any secret. */
    @Override
    public String toString() {
        return "Tokens[" + externalUserId + ", until " + expiresAt + "]";
    }
}
