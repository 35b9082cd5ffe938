package dev.daystream.simulator.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues, rotates, checks and revokes tokens. Tokens outlive a restart; only what was used or revoked is forgotten. */
public final class Authority {
    private static final long CODE_LIFETIME = 600;
    private static final long REFRESH_LIFETIME = 365L * 86_400;
    /** A refresh that is repeated within this time, because its answer was lost, gets the same answer. */
    private static final long REPEAT_WITHIN = 120;

    private record Refresh(int generation, long at, TokenPair pair) {}

    private final Signer signer;
    private final Clock clock;
    private final long lifetime;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> usedCodes = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();
    private final Map<String, Refresh> refreshes = new HashMap<>();

    /**
     * @param seed key of all tokens
     * @param clock what time it is
     * @param lifetime seconds that an access token lives
     */
    public Authority(long seed, Clock clock, long lifetime) {
        this.signer = new Signer(seed);
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Returns a code for a consent, good once and for ten minutes. */
    public String code(Consent consent) {
        return signer.seal(List.of(
                "CODE",
                Integer.toString(consent.person()),
                String.join(" ", consent.scopes()),
                Long.toString(now() + CODE_LIFETIME),
                consent.redirectUri(),
                consent.challenge(),
                nonce()));
    }

    /**
     * Returns the first tokens for a code.
     *
     * @throws OAuthException if code, verifier or redirection do not belong together
     */
    public synchronized TokenPair exchange(String code, String redirectUri, String verifier) {
        List<String> fields = signer.open(code);
        if (fields == null || !fields.get(0).equals("CODE") || Long.parseLong(fields.get(3)) < now()) {
            throw invalidGrant("Authorization code invalid or expired");
        }
        if (!fields.get(4).equals(redirectUri)) {
            throw invalidGrant("Redirect URI does not match the one of the authorization request");
        }
        if (!fields.get(5).isEmpty() && !fields.get(5).equals(challengeOf(verifier))) {
            throw invalidGrant("Code verifier does not match the code challenge");
        }
        if (!usedCodes.add(fields.get(6))) {
            revoked.add(fields.get(6));
            throw invalidGrant("Authorization code was used before");
        }
        return issue(Integer.parseInt(fields.get(1)), Set.of(fields.get(2).split(" ")), fields.get(6), 1);
    }

    /**
     * Returns the next tokens for a refresh token, which is spent by that.
     *
     * @throws OAuthException if it is unknown, expired, revoked or was spent more than two minutes ago
     */
    public synchronized TokenPair refresh(String refreshToken) {
        Token token = Token.open(signer, refreshToken, Token.Use.REFRESH);
        if (token == null || token.expires() < now() || revoked.contains(token.family())) {
            throw invalidGrant("Refresh token invalid");
        }
        Refresh last = refreshes.get(token.family());
        if (last != null && token.generation() <= last.generation()) {
            if (token.generation() == last.generation() && now() - last.at() <= REPEAT_WITHIN) {
                return last.pair();
            }
            throw invalidGrant("Refresh token was used before");
        }
        TokenPair pair = issue(token.person(), token.scopes(), token.family(), token.generation() + 1);
        refreshes.put(token.family(), new Refresh(token.generation(), now(), pair));
        return pair;
    }

    /**
     * Returns what an access token says.
     *
     * @throws OAuthException with 401 if it is missing, unknown, expired or revoked
     */
    public Token check(@Nullable String authorization) {
        String bearer = authorization != null && authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
        Token token = Token.open(signer, bearer, Token.Use.ACCESS);
        if (token == null || isRevoked(token)) {
            throw new OAuthException(401, "invalid_token", "Access token invalid");
        }
        if (token.expires() <= now()) {
            throw new OAuthException(401, "expired_token", "Access token expired");
        }
        return token;
    }

    /** Returns what a live token of either kind says, or null. */
    public @Nullable Token inspect(String sealed) {
        Token access = Token.open(signer, sealed, Token.Use.ACCESS);
        Token token = access == null ? Token.open(signer, sealed, Token.Use.REFRESH) : access;
        return token == null || token.expires() <= now() || isRevoked(token) ? null : token;
    }

    /** Takes back the consent behind a token; unknown tokens are ignored. */
    public synchronized void revoke(String sealed) {
        Token token = inspect(sealed);
        if (token != null) {
            revoked.add(token.family());
        }
    }

    private synchronized boolean isRevoked(Token token) {
        return revoked.contains(token.family());
    }

    private TokenPair issue(int person, Set<String> scopes, String family, int generation) {
        long now = now();
        Token access = new Token(Token.Use.ACCESS, person, scopes, now, now + lifetime, family, generation);
        Token refresh = new Token(Token.Use.REFRESH, person, scopes, now, now + REFRESH_LIFETIME, family, generation);
        return new TokenPair(access.sealed(signer), refresh.sealed(signer), access);
    }

    private String nonce() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return Signer.encode(bytes);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static OAuthException invalidGrant(String message) {
        return new OAuthException(400, "invalid_grant", message);
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Signer.encode(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
