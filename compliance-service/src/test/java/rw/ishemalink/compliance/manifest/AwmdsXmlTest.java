package rw.ishemalink.compliance.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import rw.ishemalink.compliance.casefile.ExportFile;

class AwmdsXmlTest {

    private static final Instant NOW = Instant.parse("2026-11-21T22:30:00Z");

    @Test
    void the_manifest_of_coffee_to_kampala_says_what_customs_ask_for() throws Exception {
        String xml = AwmdsXml.write(content("Kampala Roasters & Sons", "Plot 1, Jinja Road", "coffee", 5_000));

        AwmdsSchema.validate(xml);
        assertThat(xml)
                .contains("<Customs_office_code>GATUN</Customs_office_code>")
                .contains("<Voyage_number>ISH-AAAAAAAA</Voyage_number>")
                // The day in Kigali, not in London.
                .contains("<Date_of_departure>2026-11-22</Date_of_departure>")
                .contains("<Mode_of_transport_code>3</Mode_of_transport_code>")
                .contains("<Identity_of_transporter>RAB 123 C</Identity_of_transporter>")
                .contains("<Bol_nature>22</Bol_nature>")
                .contains("<Place_of_loading_code>RWBTQ</Place_of_loading_code>")
                .contains("<Place_of_ultimate_destination_code>UGKLA</Place_of_ultimate_destination_code>")
                .contains("<Consignee_name>Kampala Roasters &amp; Sons</Consignee_name>")
                .contains("<Gross_mass>5000</Gross_mass>")
                .contains("<Goods_description>HS 0901.11 coffee</Goods_description>")
                .contains("<Customs_value>12000000</Customs_value>")
                .contains("<Location_info>Gatuna</Location_info>");
    }

    @Property(tries = 300)
    void whatever_people_type_the_manifest_is_valid(
            @ForAll String consignee,
            @ForAll String address,
            @ForAll String commodity,
            @ForAll @LongRange(min = 0) long weightKg)
            throws Exception {
        AwmdsSchema.validate(AwmdsXml.write(content(consignee, address, commodity, weightKg)));
    }

    @Test
    void the_schema_refuses_a_manifest_that_is_too_long_out_of_order_or_lacks_something() {
        String xml = AwmdsXml.write(content("Kampala Roasters", "Jinja Road", "coffee", 1));

        refused(xml.replace("GATUN<", "GATUNA<"));
        refused(xml.replace("<Bol_nature>22<", "<Bol_nature>21<"));
        refused(xml.replaceAll("<Voyage_number>.*</Voyage_number>", ""));
        refused(xml.replaceAll("(<Bol_nature>22</Bol_nature>)(<Bol_type_code>730</Bol_type_code>)", "$2$1"));
        refused(xml.replace("</Awmds>", ""));
    }

    @Test
    void a_place_without_a_code_gets_no_other_places_code() {
        UnLocodes places = new UnLocodes();

        assertThat(places.get("RW", "12", "Remera")).isEqualTo("RWKGL");
        assertThat(places.get("RW", "25", "Nyamagabe")).isEqualTo("RWZZZ");
        assertThat(places.get("UG", null, "Owino market, KAMPALA")).isEqualTo("UGKLA");
        assertThat(places.get("UG", null, "Mbarara")).isEqualTo("UGZZZ");
        assertThat(places.get("RW", null, "Kampala road")).isEqualTo("RWZZZ");
    }

    @Test
    void border_posts_are_looked_up_by_their_plain_name() {
        assertThat(CustomsOffices.slug("Petite Barrière (Goma)")).isEqualTo("petite-barriere-goma");
        assertThat(CustomsOffices.slug("Gatuna")).isEqualTo("gatuna");
    }

    private static void refused(String xml) {
        assertThatThrownBy(() -> AwmdsSchema.validate(xml)).isInstanceOf(SAXException.class);
    }

    private static ManifestContent content(String consignee, String address, String commodity, long weightKg) {
        ExportFile export = new ExportFile(
                UUID.randomUUID(),
                "ishemalink",
                "24",
                "RW",
                "Huye",
                "UG",
                "Kampala",
                "Gatuna",
                consignee,
                address,
                commodity,
                "0901.11",
                weightKg,
                80,
                12_000_000L,
                "RWF");
        return new ManifestContent(
                "ISH-AAAAAAAA",
                "ISH-AAAAAAAA",
                "GATUN",
                "999900001",
                "IshemaLink",
                "Sender",
                "RAB 123 C",
                "RWBTQ",
                "UGKLA",
                590_000,
                export,
                NOW);
    }
}
