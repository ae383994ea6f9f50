namespace WaSaas.Application.Common;

/// <summary>
/// Tags of queries that look for work or take it. A database with row locks turns them into hints, which only makes several
/// hosts quicker; that work is done once is ensured by conditional updates and unique keys.
/// </summary>
public static class WorkQueries
{
    /// <summary>Takes a row; one that somebody else is taking is not there.</summary>
    public const string TakeOrSkip = "take or skip";

    /// <summary>Takes a row after whoever is taking it now, because order matters behind it.</summary>
    public const string TakeInOrder = "take in order";

    /// <summary>Looks for rows that may be taken; those being taken now do not count.</summary>
    public const string LookAround = "look around";
}
