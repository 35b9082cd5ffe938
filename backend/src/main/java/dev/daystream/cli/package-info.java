/** The commands, and what they print. */
@NullMarked
package dev.daystream.cli;

import org.jspecify.annotations.NullMarked;
