/** Sends e-mail. */
@NullMarked
package dev.daystream.mail;

import org.jspecify.annotations.NullMarked;
