/** Derived figures brought up to date: what the store has is read, what no longer holds is made again, and kept. */
@NullMarked
package dev.daystream.figures;

import org.jspecify.annotations.NullMarked;
