/**
 * Drivers' boards: what each did, who leads, and which rank one has. All of a driver's deliveries meet in one partition,
 * so ranks are exact however the partitions are divided, and stay so when deliveries are taken back.
 */
@NullMarked
package rw.ishemalink.analytics.drivers;

import org.jspecify.annotations.NullMarked;
