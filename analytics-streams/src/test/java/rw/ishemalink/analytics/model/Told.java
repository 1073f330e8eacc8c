package rw.ishemalink.analytics.model;

import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import rw.ishemalink.schemas.Topics;

/** An event on its topic. */
record Told(Topics topic, UUID bookingId, Instant at, SpecificRecord event) {}
