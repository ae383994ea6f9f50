using System.Text.Json;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Jobs;

/// <summary>Commands as rows and back. Only commands that are meant to be jobs can come out of a row.</summary>
public static class JobOrders
{
    private static readonly Dictionary<string, Type> Types = typeof(JobOrders).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IJobCommand)))
        .ToDictionary(t => t.Name);

    public static IReadOnlyCollection<Type> Commands => Types.Values;

    public static JobOrder For(IJobCommand command, TenantId? shop, string? schedule) =>
        new(command.GetType().Name, JsonSerializer.Serialize(command, command.GetType()), shop, schedule);

    /// <summary>Null when this version of the program has no such command.</summary>
    public static IJobCommand? CommandOf(string name, string values) =>
        Types.TryGetValue(name, out var type) ? (IJobCommand?)JsonSerializer.Deserialize(values, type) : null;
}
