/** What sources sent, kept byte for byte. */
@NullMarked
package dev.daystream.lake;

import org.jspecify.annotations.NullMarked;
