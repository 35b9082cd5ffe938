/** A participant whose days went wrong in known ways, and what is right to say about them. */
@NullMarked
package dev.daystream.baddays;

import org.jspecify.annotations.NullMarked;
