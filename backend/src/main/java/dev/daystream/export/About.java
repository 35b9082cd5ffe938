package dev.daystream.export;

import java.util.Map;

/**
 * What an export says of itself.
 *
 * @param entries names and values as in JSON, in order
 */
record About(Map<String, Object> entries) {}
