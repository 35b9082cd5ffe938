/** The PostgreSQL server that the program starts itself where none is named. */
@NullMarked
package dev.daystream.store.server;

import org.jspecify.annotations.NullMarked;
