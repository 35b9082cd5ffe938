package dev.daystream.simulator.oauth;

import java.util.Set;

/**
 * What a person agreed to on the authorization page.
 *
 * @param person number of the person
 * @param scopes what the application may read
 * @param redirectUri where the code goes
 * @param challenge PKCE challenge (S256); empty without PKCE
 */
public record Consent(int person, Set<String> scopes, String redirectUri, String challenge) {
    public Consent {
        scopes = Set.copyOf(scopes);
    }
}
