/** What can be said of alerts and dashboards without Prometheus and Grafana; with promtool, when each alert fires. */
@NullMarked
package rw.ishemalink.observability;

import org.jspecify.annotations.NullMarked;
