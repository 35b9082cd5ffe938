/** When days are taken in; the only package that sees Quartz. */
@NullMarked
package dev.daystream.schedule;

import org.jspecify.annotations.NullMarked;
