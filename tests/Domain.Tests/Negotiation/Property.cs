using FsCheck;
using FsCheck.Fluent;

namespace WaSaas.Domain.Tests.Negotiation;

/// <summary>Each property sees at least 200,000 customer moves a run.</summary>
public static class Property
{
    private const int Moves = 201_000;

    public static void Holds(Arbitrary<Script> scripts, Func<Script, bool> property) =>
        Holds(scripts, property, Moves / Script.Length);

    public static void Holds<T>(Arbitrary<T> scripts, Func<T, bool> property, int runs) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs), Prop.ForAll(scripts, property));
}
