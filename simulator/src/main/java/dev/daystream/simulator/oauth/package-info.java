/** OAuth 2 with PKCE and rotating refresh tokens; tokens carry their own content and outlive a restart. */
@NullMarked
package dev.daystream.simulator.oauth;

import org.jspecify.annotations.NullMarked;
