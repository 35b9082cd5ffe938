/** The HTTP server: the API as its contract says, live events, operations, and the dashboard's files. */
@NullMarked
package dev.daystream.http;

import org.jspecify.annotations.NullMarked;
