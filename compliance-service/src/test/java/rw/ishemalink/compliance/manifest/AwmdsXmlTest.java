package rw.ishemalink.compliance.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.casefile.ExportParcel;

class AwmdsXmlTest {

    private static final ExportParcel COFFEE = new ExportParcel("coffee", "0901.11", 5_000, 80);

    @Test
    void the_manifest_of_coffee_to_kampala_says_what_customs_ask_for() throws Exception {
        String xml = write("Kampala Roasters & Sons", "Plot 1, Jinja Road", List.of(COFFEE), List.of());

        ManifestSchema.AWMDS.validate(xml);
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
                .contains("<Location_info>Petite Barrière</Location_info>");
    }

    @Property(tries = 300)
    void whatever_booking_service_lets_in_the_manifest_is_valid_and_adds_up(@ForAll("exports") ExportFile export)
            throws Exception {
        String xml = AwmdsXml.write(Exports.content(export));
        ManifestSchema.AWMDS.validate(xml);
        Document read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertThat(sum(read, "Goods_segment", "Gross_mass")).isEqualTo(sum(read, "Totals_segment", "Total_gross_mass"));
        assertThat(sum(read, "Goods_segment", "Number_of_packages"))
                .isEqualTo(sum(read, "Totals_segment", "Total_number_of_packages"));
        assertThat(sum(read, "Seals_segment", "Number_of_seals"))
                .isEqualTo(export.seals().size());
    }

    @Property(tries = 300)
    void whatever_people_type_the_manifest_is_valid(@ForAll String consignee, @ForAll String address) throws Exception {
        ManifestSchema.AWMDS.validate(write(consignee, address, List.of(COFFEE), List.of("RRA-1")));
    }

    @Provide
    Arbitrary<ExportFile> exports() {
        return Exports.any();
    }

    @Test
    void several_parcels_are_several_goods_each_with_its_code_and_the_seals_are_said_once() throws Exception {
        ExportParcel beans = new ExportParcel("dry beans", "0713.33", 2_000, 40);
        String xml = write("Consignee", "Address", List.of(COFFEE, beans), List.of("RRA-0012345", "KE-778", "CAR-1"));

        ManifestSchema.AWMDS.validate(xml);
        assertThat(xml)
                .contains("<Total_number_of_packages>120</Total_number_of_packages>")
                .contains("<Total_gross_mass>7000</Total_gross_mass>")
                .contains("<Goods_description>HS 0901.11 coffee</Goods_description>")
                .contains("<Goods_description>HS 0713.33 dry beans</Goods_description>")
                .containsOnlyOnce("<Seals_segment>")
                .contains("<Number_of_seals>3</Number_of_seals><Marks_of_seals>RRA-0012345,KE-778</Marks_of_seals>")
                .contains("<Unique_carrier_reference>RCTG/RW/1</Unique_carrier_reference>")
                .contains("<Master_information>RCTG RCTG/RW/1; seals RRA-0012345, KE-778, CAR-1</Master_information>");
    }

    @Test
    void parcels_that_are_not_the_whole_cargo_make_no_manifest() {
        ExportFile whole = Exports.export("Consignee", "Address", List.of(COFFEE), List.of());
        ExportFile less = new ExportFile(
                whole.bookingId(),
                whole.tenant(),
                "24",
                "RW",
                "Huye",
                "UG",
                "Kampala",
                "Gatuna",
                "Consignee",
                "Address",
                "coffee",
                "0901.11",
                whole.weightKg() + 1,
                whole.packages(),
                null,
                null,
                whole.parcels(),
                List.of(),
                null);
        assertThatThrownBy(() -> AwmdsXml.write(Exports.content(less)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not add up");
    }

    @Test
    void names_of_kinyarwanda_and_french_stay_as_they_are() {
        String xml = write(
                "Société Générale d’Œuvres <Ruhengeri> & C°",
                "Av. de l'Église, Nyamirambo",
                List.of(COFFEE),
                List.of());
        assertThat(xml).contains("Société Générale d’Œuvres &lt;Ruhengeri&gt; &amp; C°", "Av. de l'Église");
    }

    @Test
    void the_schema_refuses_a_manifest_that_is_too_long_out_of_order_or_lacks_something() {
        String xml = write("Kampala Roasters", "Jinja Road", List.of(COFFEE), List.of());

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
        assertThatThrownBy(() -> ManifestSchema.AWMDS.validate(xml)).isInstanceOf(SAXException.class);
    }

    private static long sum(Document read, String parent, String name) {
        NodeList found = read.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .filter(one -> one.getParentNode().getNodeName().equals(parent))
                .mapToLong(one -> Long.parseLong(one.getTextContent()))
                .sum();
    }

    private static String write(String consignee, String address, List<ExportParcel> parcels, List<String> seals) {
        return AwmdsXml.write(Exports.content(Exports.export(consignee, address, parcels, seals)));
    }
}
