/** Parsers of the Fitbit Web API's payloads: pure functions from bytes to a parsed day. */
@NullMarked
package dev.daystream.source.fitbit;

import org.jspecify.annotations.NullMarked;
