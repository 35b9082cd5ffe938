/** What an operator does: check, repair, look at the state. */
@NullMarked
package dev.daystream.ops;

import org.jspecify.annotations.NullMarked;
