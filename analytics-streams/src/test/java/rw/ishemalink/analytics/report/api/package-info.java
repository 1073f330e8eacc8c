@NullMarked
package rw.ishemalink.analytics.report.api;

import org.jspecify.annotations.NullMarked;
