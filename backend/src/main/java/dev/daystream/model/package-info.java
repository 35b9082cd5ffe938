/** What a participant's day consists of, and the time it is told in; knows no other package. */
@NullMarked
package dev.daystream.model;

import org.jspecify.annotations.NullMarked;
