/** Daily figures of our own: formulas as pure functions of a day's samples, sleeps and zones. */
@NullMarked
package dev.daystream.derive;

import org.jspecify.annotations.NullMarked;
