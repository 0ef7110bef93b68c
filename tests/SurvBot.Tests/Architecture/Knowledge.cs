using Mono.Cecil;
using Mono.Cecil.Cil;
using NetArchTest.Rules;

namespace SurvBot.Tests.Architecture;

/// <summary>A rule that a type may name nothing below the given types and namespaces; remembers who did.</summary>
/// <remarks>NetArchTest 1.3.2 looks one nesting level down and so misses async lambdas and nested types; this looks at all levels.</remarks>
internal sealed class Knowledge(IReadOnlyList<string> forbidden) : ICustomRule
{
    private readonly SortedSet<string> guilty = new(StringComparer.Ordinal);

    /// <summary>"Type knows Other" for each breach met so far.</summary>
    public IEnumerable<string> Guilty => guilty;

    public bool MeetsRule(TypeDefinition type)
    {
        var breaches = Named(type).Select(FullName).Where(IsForbidden).Distinct().ToList();
        foreach (string name in breaches)
            guilty.Add($"{type.FullName} knows {name}");
        return breaches.Count == 0;
    }

    private bool IsForbidden(string name) =>
        forbidden.Any(root => name.StartsWith(root, StringComparison.Ordinal) && (name.Length == root.Length || name[root.Length] is '.' or '/'));

    private static string FullName(TypeReference type) => type.GetElementType().FullName;

    private static IEnumerable<TypeReference> Named(TypeDefinition type) =>
        Outside(type).Concat(type.Methods.SelectMany(Signature)).Concat(type.Methods.Where(method => method.HasBody).SelectMany(method => Body(method.Body)))
            .SelectMany(Parts).Concat(type.NestedTypes.SelectMany(Named));

    private static IEnumerable<TypeReference?> Outside(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. Attributes([type, .. type.Fields, .. type.Properties, .. type.Methods, .. type.Methods.SelectMany(method => method.Parameters)]),
    ];

    private static IEnumerable<TypeReference?> Attributes(IEnumerable<ICustomAttributeProvider> providers) =>
        providers.SelectMany(provider => provider.CustomAttributes)
            .SelectMany(attribute => attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Prepend(attribute.AttributeType));

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
    [
        method.DeclaringType,
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
    ];

    private static IEnumerable<TypeReference?> Body(MethodBody body) =>
        body.Variables.Select(variable => variable.VariableType)
            .Concat(body.ExceptionHandlers.Select(handler => handler.CatchType))
            .Concat(body.Instructions.SelectMany(Operand));

    private static IEnumerable<TypeReference?> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => Signature(method),
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    /// <summary>A type together with its type arguments, out of arrays and references.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}
