package ai.backtestr.desktop.userstrategy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts into compiled classes what lets them be stopped: at the beginning of each method and before each jump back
/// a look at a flag, and an error if it is set. Decision 30 tells why and what it costs.
///
/// The flag is in a class of its own, made here, that is loaded beside the others:
///
/// ```java
/// public class LoopGuard {
///     public static volatile boolean stop;
///     public static void check() { if (stop) throw new Error(); }
/// }
/// ```
final class LoopChecks {
    /// Name of the class with the flag.
    static final String GUARD = "backtestr.LoopGuard";

    /// Name of the flag.
    static final String FLAG = "stop";

    private static final ClassDesc GUARD_DESC = ClassDesc.of(GUARD);
    private static final ClassDesc ERROR = ClassDesc.of("java.lang.Error");
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    private LoopChecks() {}

    /// Returns the same classes with checks, and the class with the flag.
    ///
    /// @throws SourceException if one ends the whole program
    static Map<String, byte[]> addTo(Map<String, byte[]> classes, SourceFile source) throws SourceException {
        ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing((ClassDesc wanted) -> find(wanted, classes))));
        Map<String, byte[]> checked = new HashMap<>();
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            Checks[] last = new Checks[1];
            ClassTransform transform = ClassTransform.transformingMethodBodies(
                    CodeTransform.ofStateful(() -> last[0] = new Checks(last[0])));
            checked.put(entry.getKey(), files.transformClass(files.parse(entry.getValue()), transform));
            if (last[0] != null && last[0].exitLine >= 0) {
                throw new SourceException(new SourceProblem(
                        source.fileName(), last[0].exitLine, 0, "a strategy must not end the program", ""));
            }
        }
        checked.put(GUARD, guard());
        return checked;
    }

    private static @Nullable InputStream find(ClassDesc wanted, Map<String, byte[]> classes) {
        String name =
                wanted.descriptorString().substring(1, wanted.descriptorString().length() - 1);
        byte[] own = classes.get(name.replace('/', '.'));
        return own == null
                ? LoopChecks.class.getClassLoader().getResourceAsStream(name + ".class")
                : new ByteArrayInputStream(own);
    }

    private static byte[] guard() {
        int visible = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
        return ClassFile.of()
                .build(
                        GUARD_DESC,
                        type -> type.withFlags(ClassFile.ACC_PUBLIC)
                                .withField(FLAG, ConstantDescs.CD_boolean, visible | ClassFile.ACC_VOLATILE)
                                .withMethodBody(
                                        "check",
                                        NOTHING,
                                        visible,
                                        code -> code.getstatic(GUARD_DESC, FLAG, ConstantDescs.CD_boolean)
                                                .ifThen(stopping -> stopping.new_(ERROR)
                                                        .dup()
                                                        .invokespecial(ERROR, ConstantDescs.INIT_NAME, NOTHING)
                                                        .athrow())
                                                .return_()));
    }

    private static final class Checks implements CodeTransform {
        private final Set<Label> behind = new HashSet<>();
        private boolean begun;
        private int line;
        private int exitLine;

        Checks(@Nullable Checks before) {
            exitLine = before == null ? -1 : before.exitLine;
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            if (!begun && element instanceof Instruction) {
                begun = true; // only now has it a line
                check(builder);
            }
            switch (element) {
                case LabelTarget target -> behind.add(target.label());
                case LineNumber number -> line = number.line();
                case BranchInstruction jump when behind.contains(jump.target()) -> check(builder);
                case TableSwitchInstruction jump when isBack(jump.cases()) -> check(builder);
                case LookupSwitchInstruction jump when isBack(jump.cases()) -> check(builder);
                case InvokeInstruction call when endsProgram(call) -> exitLine = line;
                default -> {}
            }
            builder.with(element);
        }

        private boolean isBack(List<SwitchCase> cases) {
            return cases.stream().anyMatch(one -> behind.contains(one.target()));
        }

        private static boolean endsProgram(InvokeInstruction call) {
            String owner = call.owner().asInternalName();
            String name = call.name().stringValue();
            return (owner.equals("java/lang/System") || owner.equals("java/lang/Runtime"))
                    && call.opcode() != Opcode.INVOKESPECIAL
                    && (name.equals("exit") || name.equals("halt"));
        }

        private static void check(CodeBuilder builder) {
            builder.invokestatic(GUARD_DESC, "check", NOTHING);
        }
    }
}
