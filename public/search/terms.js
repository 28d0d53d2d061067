collateSearch("terms",{"entries":245,"shown":6,"starts":["","#17","143","allo","calls","day","few","includes","means","ord","ref","sp","totals"],"version":"3wfdi8"})
