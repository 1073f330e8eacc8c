/** Settings of this application. */
@NullMarked
package rw.ishemalink.analytics.config;

import org.jspecify.annotations.NullMarked;
