@NullMarked
package rw.ishemalink.analytics.live.api;

import org.jspecify.annotations.NullMarked;
