package rw.ishemalink.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Serde;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.BookingFacts;
import rw.ishemalink.schemas.analytics.BrokenRule;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.EventWriter;
import rw.ishemalink.schemas.wire.SchemaVersions;

/** What facts promise, whoever has heard what. */
class FactsProperties {

    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());
    private static final int VERSION =
            SchemaVersions.latest(Topics.BOOKING_FACTS).number();

    /** Of each topic each of them has heard a part without gaps; together they have heard it all. */
    @Property(tries = 150)
    void whoever_heard_what_together_they_know_it_all(@ForAll long seed) {
        Random random = new Random(seed);
        Story story = Story.random(random);
        Facts whole = Hearing.of(story);
        List<Facts> parts = new ArrayList<>();
        Map<Topics, Integer> heard = new EnumMap<>(Topics.class);
        while (parts.size() < 5) {
            parts.add(part(story, heard, random));
        }
        parts.add(rest(story, heard));
        parts.add(parts.get(random.nextInt(parts.size())));
        Collections.shuffle(parts, random);
        Facts together = parts.stream().reduce(Facts::merge).orElseThrow();
        assertThat(together).isEqualTo(whole);
        assertThat(together.merge(whole)).isEqualTo(whole);
    }

    @Property(tries = 50)
    void merging_knows_no_order(@ForAll long seed) {
        Random random = new Random(seed);
        Story story = Story.random(random);
        List<Facts> three = new ArrayList<>();
        while (three.size() < 3) {
            three.add(part(story, new EnumMap<>(Topics.class), random).with(findings(random)));
        }
        Facts one = three.get(0);
        Facts two = three.get(1);
        Facts more = three.get(2);
        assertThat(one.merge(two)).isEqualTo(two.merge(one));
        assertThat(one.merge(one)).isEqualTo(one);
        assertThat(one.merge(two).merge(more)).isEqualTo(one.merge(two.merge(more)));
    }

    @Property(tries = 50)
    void what_the_law_told_last_stands_whoever_has_not_heard_of_it(@ForAll long seed) {
        Random random = new Random(seed);
        Facts whole = Hearing.of(Story.random(random));
        List<Facts> heard = new ArrayList<>();
        Facts facts = whole;
        for (int told = random.nextInt(6); told > 0; told--) {
            facts = facts.with(facts.law().with(telling(random)));
            heard.add(facts);
        }
        heard.add(whole);
        Facts last = facts;
        Collections.shuffle(heard, random);
        assertThat(heard.stream().reduce(Facts::merge)).contains(last);
        assertThat(last.law().sequence()).isEqualTo(heard.size() - 1L);
    }

    private static Told.ByLaw telling(Random random) {
        String rule = random.nextBoolean() ? "LAW-PAID" : "LAW-RECEIPT";
        return new Told.ByLaw("ishema", new BrokenRule(rule, "ASSIGNED", 3L, Instant.EPOCH), random.nextBoolean());
    }

    @Property(tries = 50)
    void facts_of_the_contracts_first_version_are_still_read(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Facts facts =
                part(Story.random(random), new EnumMap<>(Topics.class), random).with(new Findings(0, broken(random)));
        byte[] published = inFirstVersion(FactsCodec.write(facts));
        assertThat(FactsCodec.read((BookingFacts) READER.read(Topics.BOOKING_FACTS, 1, published)))
                .isEqualTo(facts);
        byte[] kept = ByteBuffer.allocate(1 + published.length)
                .put((byte) 1)
                .put(published)
                .array();
        try (Serde<Facts> store = FactsSerde.of(READER)) {
            assertThat(store.deserializer().deserialize("store", kept)).isEqualTo(facts);
        }
    }

    /** As a build wrote them that did not know how often the law has told. */
    private static byte[] inFirstVersion(byte[] bytes) throws IOException {
        Schema first = SchemaVersions.findSchema(Topics.BOOKING_FACTS, 1).orElseThrow();
        Object facts = new GenericDatumReader<>(Topics.BOOKING_FACTS.schema(), first)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(written, null);
        new GenericDatumWriter<>(first).write(facts, encoder);
        encoder.flush();
        return written.toByteArray();
    }

    @Property(tries = 50)
    void who_is_forgotten_stays_forgotten(@ForAll long seed) {
        Facts known = Hearing.of(Story.random(new Random(seed)));
        Facts forgotten = known.withoutCustomer();
        assertThat(forgotten.booked()).isNotNull().satisfies(booked -> assertThat(booked.customer())
                .isNull());
        assertThat(forgotten.merge(known)).isEqualTo(forgotten);
        assertThat(known.merge(forgotten)).isEqualTo(forgotten);
    }

    @Property(tries = 50)
    void facts_are_written_as_avro_writes_them_and_read_as_they_were(@ForAll long seed) {
        Random random = new Random(seed);
        Story story = Story.random(random);
        Facts facts = part(story, new EnumMap<>(Topics.class), random).with(findings(random));
        byte[] bytes = FactsCodec.write(facts);
        BookingFacts read = (BookingFacts) READER.read(Topics.BOOKING_FACTS, VERSION, bytes);
        assertThat(FactsCodec.read(read)).isEqualTo(facts);
        assertThat(EventWriter.write(Topics.BOOKING_FACTS, read)).isEqualTo(bytes);
        try (Serde<Facts> store = FactsSerde.of(READER)) {
            assertThat(store.deserializer()
                            .deserialize("store", store.serializer().serialize("store", facts)))
                    .isEqualTo(facts);
        }
    }

    /** From an event that nobody missed before to some event. */
    private static Facts part(Story story, Map<Topics, Integer> heard, Random random) {
        List<Story.Event> part = new ArrayList<>();
        for (Topics topic : topics()) {
            List<Story.Event> all = story.told(topic);
            int known = heard.getOrDefault(topic, 0);
            int from = random.nextInt(known + 1);
            int to = from + random.nextInt(all.size() - from + 1);
            part.addAll(all.subList(from, to));
            heard.put(topic, Math.max(known, to));
        }
        return Hearing.of(story, part);
    }

    private static Facts rest(Story story, Map<Topics, Integer> heard) {
        List<Story.Event> rest = new ArrayList<>();
        for (Topics topic : topics()) {
            List<Story.Event> all = story.told(topic);
            rest.addAll(all.subList(heard.getOrDefault(topic, 0), all.size()));
        }
        return Hearing.of(story, rest);
    }

    private static List<Topics> topics() {
        return List.of(Topics.BOOKING_EVENTS, Topics.PAYMENT_EVENTS, Topics.COMPLIANCE_EVENTS, Topics.TRACKING_EVENTS);
    }

    /** Few counts, so that some are equal. */
    private static Findings findings(Random random) {
        return new Findings(random.nextInt(3), broken(random));
    }

    private static List<BrokenRule> broken(Random random) {
        List<BrokenRule> broken = new ArrayList<>();
        if (random.nextBoolean()) {
            broken.add(new BrokenRule("LAW-PAID", "ASSIGNED", 1L + random.nextInt(3), Instant.EPOCH));
        }
        if (random.nextBoolean()) {
            broken.add(new BrokenRule("LAW-RECEIPT", "ASSIGNED", 3L, Instant.EPOCH));
        }
        return broken;
    }
}
