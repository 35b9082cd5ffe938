package dev.daystream.source;

/**
 * A payload as a source sent it.
 *
 * @param payload its bytes
 * @param attempts requests that were sent for it
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
public record Fetched(byte[] payload, int attempts) {}
