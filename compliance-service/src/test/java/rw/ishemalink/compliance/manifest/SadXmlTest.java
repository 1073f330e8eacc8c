package rw.ishemalink.compliance.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.casefile.ExportParcel;

/** The declaration for the declarant. */
class SadXmlTest {

    private static final ExportParcel COFFEE = new ExportParcel("coffee", "0901.11", 5_000, 80);
    private static final ExportParcel BEANS = new ExportParcel("dry beans", "0713.33.00.900", 2_500, 40);

    @Test
    void the_declaration_of_coffee_and_beans_says_what_the_booking_knows() throws Exception {
        String xml =
                sad(Exports.export("Kampala Roasters & Sons", "Jinja Road", List.of(COFFEE, BEANS), List.of("RRA-1")));

        ManifestSchema.SAD.validate(xml);
        assertThat(xml)
                .contains("<ASYCUDA><Property><Sad_flow>E</Sad_flow>")
                .contains("<Type_of_declaration>EX</Type_of_declaration>")
                .contains("<Declaration_gen_procedure_code>1</Declaration_gen_procedure_code>")
                .contains("<Manifest_reference_number>ISH-AAAAAAAA</Manifest_reference_number>")
                .contains("<Consignee_name>Kampala Roasters &amp; Sons\nJinja Road</Consignee_name>")
                .contains("<Border_office><Code>GATUN</Code><Name>Petite Barrière</Name></Border_office>")
                .contains("<Name>RCTG RCTG/RW/1</Name>")
                .contains("<Seals><Number>1</Number><Identity>RRA-1</Identity></Seals>")
                .contains("<Commodity_code>09011100</Commodity_code><Precision_1>000</Precision_1>")
                .contains("<Commodity_code>07133300</Commodity_code><Precision_1>900</Precision_1>")
                .contains("<Suppplementary_unit_code><null/></Suppplementary_unit_code>")
                .contains("<Extended_customs_procedure>1000</Extended_customs_procedure>")
                .contains("<Gross_weight_itm>2500</Gross_weight_itm>")
                // 12,000,000 by weight, 2 : 1
                .contains("<Item_price>8000000</Item_price>")
                .contains("<Item_price>4000000</Item_price>");
    }

    @Test
    void what_is_not_known_is_null() throws Exception {
        ExportFile bare = Exports.export("Consignee", "Address", "Huye", List.of(COFFEE), List.of(), null, null);
        String xml = SadXml.write(Exports.declaration(bare, Procedure.EX1, null));

        ManifestSchema.SAD.validate(xml);
        assertThat(xml)
                .contains("<Customs_clearance_office_code><null/></Customs_clearance_office_code>")
                .contains("<Item_price><null/></Item_price>")
                .contains("<Guarantee><Name><null/></Name>")
                .contains("<Seals><Number>0</Number><Identity><null/></Identity></Seals>")
                .contains("<Warehouse><null/></Warehouse>");
    }

    @Test
    void a_small_export_is_simplified_when_a_limit_is_set() {
        assertThat(Procedure.of(500_000L, 500_000)).isEqualTo(Procedure.EXS1);
        assertThat(Procedure.of(500_001L, 500_000)).isEqualTo(Procedure.EX1);
        assertThat(Procedure.of(null, 500_000)).isEqualTo(Procedure.EX1);
        ExportFile export = Exports.export("Consignee", "Address", List.of(COFFEE), List.of());
        assertThat(SadXml.write(Exports.declaration(export, Procedure.EXS1, null)))
                .contains("<Declaration_gen_procedure_code>S1</Declaration_gen_procedure_code>");
    }

    @Property(tries = 200)
    void whatever_booking_service_lets_in_the_declaration_is_valid_and_its_values_add_up(
            @ForAll("exports") ExportFile export) throws Exception {
        ManifestSchema.SAD.validate(sad(export));
        Long declared = export.declaredValue();
        if (declared != null) {
            long sum = SadItem.listOf(export).stream()
                    .map(SadItem::value)
                    .mapToLong(value -> value == null ? 0 : value)
                    .sum();
            assertThat(sum).isEqualTo(declared);
        }
    }

    @Provide
    Arbitrary<ExportFile> exports() {
        return Exports.any();
    }

    @Test
    void the_schema_refuses_a_declaration_out_of_order_or_without_its_nulls() {
        String xml = sad(Exports.export("Consignee", "Address", List.of(COFFEE), List.of()));

        refused(xml.replace("<Sad_flow>E<", "<Sad_flow>I<"));
        refused(xml.replace("<Warehouse><null/></Warehouse>", ""));
        refused(xml.replace("<Warehouse><null/></Warehouse>", "<Warehouse></Warehouse>"));
        refused(xml.replace("Suppplementary", "Supplementary"));
        refused(xml.replace("<Commodity_code>09011100<", "<Commodity_code>0901.11<"));
    }

    private static void refused(String xml) {
        assertThatThrownBy(() -> ManifestSchema.SAD.validate(xml)).isInstanceOf(SAXException.class);
    }

    private static String sad(ExportFile export) {
        return SadXml.write(Exports.declaration(export, Procedure.EX1, "GATUN"));
    }
}
