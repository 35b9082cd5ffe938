/** Where payloads come from, and the pure functions that read them. */
@NullMarked
package dev.daystream.source;

import org.jspecify.annotations.NullMarked;
