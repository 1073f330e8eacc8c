package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import rw.ishemalink.analytics.query.BookingTimeline;
import rw.ishemalink.analytics.query.Freshness;

/** What was told of a booking, by all services, in the order in which it became true. */
record TimelineAnswer(
        @JsonUnwrapped Freshness freshness, @JsonUnwrapped BookingTimeline booking) {}
