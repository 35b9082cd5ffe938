package dev.daystream.simulator.oauth;

/**
 * What the token endpoint hands out.
 *
 * @param access access token
 * @param refresh refresh token, good for one use
 * @param content what the access token says
 */
public record TokenPair(String access, String refresh, Token content) {}
